#pragma once
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>
#include <utility>

namespace gw {

/// Works beside the user: makes a value of each request on a thread of its own, one at a time, and hands it to the
/// thread that asked. Of the requests that come in meanwhile only the newest is taken up next.
template <class Request, class Value>
class Beside {
public:
    /// `work` runs on the other thread and must touch nothing but its request.
    Beside(Value (*work)(Request), std::function<void(Value)> arrived) : work_(work), arrived_(std::move(arrived)) {
        thread_.setMaxThreadCount(1);
    }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;
    /// Waits for the request under way.
    ~Beside() { thread_.waitForDone(); }

    /// Whether a value is on its way.
    bool isBusy() const { return running_ && !unwanted_; }

    void ask(Request request) {
        unwanted_ = false;
        if (running_)
            next_ = std::move(request);
        else
            start(std::move(request));
    }
    /// Nothing that was asked for is wanted any more.
    void forget() {
        next_.reset();
        unwanted_ = running_;
    }

private:
    void start(Request request) {
        running_ = true;
        thread_.start([this, request = std::move(request)] {
            auto arrive = [this, value = work_(request)] { this->arrive(value); };
            QMetaObject::invokeMethod(&context_, std::move(arrive), Qt::QueuedConnection);
        });
    }
    void arrive(const Value& value) {
        running_ = false;
        const bool wanted = !std::exchange(unwanted_, false);
        if (auto next = std::exchange(next_, std::nullopt)) start(*std::move(next));
        if (wanted) arrived_(value);
    }

    Value (*work_)(Request);
    std::function<void(Value)> arrived_;
    std::optional<Request> next_;
    bool running_ = false;
    bool unwanted_ = false;
    /// Lives in the thread that asks, to which values are sent; goes after the other thread has ended.
    QObject context_;
    QThreadPool thread_;
};

}  // namespace gw
